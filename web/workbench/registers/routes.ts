import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const registersRoutes: RouteObject[] = [
  {
    path: '/registers/organisations',
    lazy: async () => ({ Component: (await import('./organisations-page.tsx')).OrganisationsPage }),
  },
  onlyFor('authority', [
    {
      path: '/registers/organisations/new',
      lazy: async () => ({ Component: (await import('./organisation-form.tsx')).NewOrganisationPage }),
    },
    {
      path: '/registers/organisations/import',
      lazy: async () => ({
        Component: (await import('../imports/organisations-import-page.tsx')).OrganisationsImportPage,
      }),
    },
    {
      path: '/registers/organisations/:id/change',
      lazy: async () => ({ Component: (await import('./organisation-form.tsx')).ChangeOrganisationPage }),
    },
    {
      path: '/registers/organisations/:id/reorganisation',
      lazy: async () => ({ Component: (await import('./reorganisation-page.tsx')).ReorganisationPage }),
    },
  ]),
  {
    path: '/registers/organisations/:id',
    lazy: async () => ({ Component: (await import('./organisation-page.tsx')).OrganisationPage }),
  },
  {
    path: '/registers/providers',
    lazy: async () => ({ Component: (await import('./providers-page.tsx')).ProvidersPage }),
  },
  onlyFor('region', [
    {
      path: '/registers/providers/new',
      lazy: async () => ({ Component: (await import('./provider-form.tsx')).NewProviderPage }),
    },
    {
      path: '/registers/providers/:id',
      lazy: async () => ({ Component: (await import('./provider-form.tsx')).ChangeProviderPage }),
    },
    {
      path: '/registers/rates/new',
      lazy: async () => ({ Component: (await import('./rates-form.tsx')).NewRatesPage }),
    },
    {
      path: '/registers/parameters/new',
      lazy: async () => ({ Component: (await import('./parameters-form.tsx')).NewParametersPage }),
    },
    {
      path: '/registers/clients/new',
      lazy: async () => ({ Component: (await import('./client-form.tsx')).NewClientPage }),
    },
  ]),
  {
    path: '/registers/rates',
    lazy: async () => ({ Component: (await import('./rates-page.tsx')).RatesPage }),
  },
  {
    path: '/registers/parameters',
    lazy: async () => ({ Component: (await import('./parameters-page.tsx')).ParametersPage }),
  },
  onlyFor('regionOrAuditor', [
    {
      path: '/registers/clients',
      lazy: async () => ({ Component: (await import('./clients-page.tsx')).ClientsPage }),
    },
  ]),
  {
    path: '/registers/certificates',
    lazy: async () => ({ Component: (await import('./certificates-page.tsx')).CertificatesPage }),
  },
]
