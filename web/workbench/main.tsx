import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followSignOut } from '../shared/session.ts'
import { App } from './app.tsx'

followSignOut()
const place = document.getElementById('page')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
