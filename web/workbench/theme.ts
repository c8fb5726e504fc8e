import type { ThemeConfig } from 'antd'

/** What antd's components look like: the colours of `shared/tokens.css`. */
export const theme = (isLarge: boolean): ThemeConfig => ({
  hashed: false,
  token: {
    colorPrimary: isLarge ? '#003eb3' : '#0958d9',
    // Hovering darkens: the lighter shade that antd derives has too little contrast on white.
    colorPrimaryHover: isLarge ? '#002c8c' : '#003eb3',
    colorErrorHover: '#8f1d17',
    colorLink: isLarge ? '#003eb3' : '#0958d9',
    colorInfo: '#0958d9',
    colorSuccess: '#1a6b35',
    colorWarning: '#7a4d00',
    colorError: '#b3261e',
    colorText: isLarge ? '#000000' : '#1b2330',
    colorTextSecondary: isLarge ? '#2f3742' : '#55606e',
    colorTextDescription: isLarge ? '#2f3742' : '#55606e',
    colorTextPlaceholder: isLarge ? '#3a4250' : '#667080',
    colorTextDisabled: isLarge ? '#3a4250' : '#667080',
    colorBorder: isLarge ? '#3a4250' : '#8a94a3',
    colorBorderSecondary: isLarge ? '#8a94a3' : '#dde2e9',
    colorBgLayout: '#f4f6f9',
    fontFamily: 'inherit',
    fontSize: isLarge ? 18 : 16,
    controlHeight: isLarge ? 46 : 40,
    borderRadius: 8,
    wireframe: false,
    motion: false,
  },
  components: {
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
})
