import { createBrowserRouter } from 'react-router'
import { auditorRoutes } from './auditor/routes.ts'
import { classRoutes } from './classes/routes.ts'
import { complaintRoutes, openComplaintRoutes } from './complaints/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { feedsRoutes } from './feeds/routes.ts'
import { FaultPage } from './frame/fault-page.tsx'
import { Frame } from './frame/frame.tsx'
import { SignedIn } from './frame/signed-in.tsx'
import { inspectionRoutes } from './inspections/routes.ts'
import { institutionRoutes } from './institution/routes.ts'
import { integrityRoutes } from './integrity/routes.ts'
import { libraryRoutes, openLibraryRoutes } from './libraries/routes.ts'
import { invitationRoutes, onboardingRoutes } from './onboarding/routes.ts'
import { operatorRoutes } from './operator/routes.ts'
import { Loading } from './parts/loading.tsx'
import { openPolicyRoutes, policyRoutes } from './policies/routes.ts'
import { openProgrammeRoutes, programmeRoutes } from './programmes/routes.ts'
import { openQuestionRoutes, questionRoutes } from './questions/routes.ts'
import { registersRoutes } from './registers/routes.ts'
import { requestsRoutes } from './requests/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { visitorRoutes } from './visitor/routes.ts'
import { yearRoutes } from './year/routes.ts'

/** Every page of the workbench. Each area brings its own, loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    HydrateFallback: Loading,
    children: [
      {
        // Within the frame, so that a failed page keeps the navigation.
        ErrorBoundary: FaultPage,
        children: [
          ...visitorRoutes,
          ...openProgrammeRoutes,
          ...openLibraryRoutes,
          ...invitationRoutes,
          ...openComplaintRoutes,
          ...openPolicyRoutes,
          ...openQuestionRoutes,
          {
            Component: SignedIn,
            children: [
              {
                ErrorBoundary: FaultPage,
                children: [
                  ...staffRoutes,
                  ...requestsRoutes,
                  ...deskRoutes,
                  ...feedsRoutes,
                  ...programmeRoutes,
                  ...libraryRoutes,
                  ...classRoutes,
                  ...complaintRoutes,
                  ...inspectionRoutes,
                  ...policyRoutes,
                  ...questionRoutes,
                  ...institutionRoutes,
                  ...yearRoutes,
                  ...registersRoutes,
                  ...onboardingRoutes,
                  ...operatorRoutes,
                  ...auditorRoutes,
                  ...searchRoutes,
                  ...integrityRoutes,
                ],
              },
            ],
          },
        ],
      },
    ],
  },
])
