import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followSignOut } from '../shared/session.ts'
import { Frame } from './frame.tsx'
import { TaskPage } from './task-page.tsx'

const taskInAddress = (): string => {
  const written = location.pathname.split('/')[2] ?? ''
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

followSignOut()
const place = document.getElementById('page')
if (place)
  createRoot(place).render(
    <StrictMode>
      <Frame>
        <TaskPage id={taskInAddress()} />
      </Frame>
    </StrictMode>,
  )
