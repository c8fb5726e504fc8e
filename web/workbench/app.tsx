import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-router/dom'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { queries } from './queries.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const locales = { zh: zhCN, en: enGB } as const

const Styled = ({ children }: { readonly children: ReactNode }) => {
  const { language, isLarge } = usePreferences()
  return (
    <StyleProvider layer>
      <ConfigProvider
        locale={locales[language]}
        theme={theme(isLarge)}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: false, scrollToFirstError: true }}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  )
}

export const App = () => (
  <PreferencesProvider>
    <QueryClientProvider client={queries}>
      <Styled>
        <RouterProvider router={router} />
      </Styled>
    </QueryClientProvider>
  </PreferencesProvider>
)
