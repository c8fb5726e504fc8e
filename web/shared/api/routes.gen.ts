// Written by scripts/web-types.ts
import type * as types from './types.gen.ts'

interface Route<Data, Answer> {
  readonly data: Data
  readonly answer: Answer
}

export interface Gets {
  '/health': Route<types.HealthData, types.HealthResponse>
  '/openapi.json': Route<types.OpenapiData, types.OpenapiResponse>
  '/verify/{code}': Route<types.VerifyData, types.VerifyResponse>
  '/jwks.json': Route<types.ListKeysData, types.ListKeysResponse>
  '/me': Route<types.MeData, types.MeResponse>
  '/delegations': Route<types.ListDelegationsData, types.ListDelegationsResponse>
  '/organisations': Route<types.ListOrganisationsData, types.ListOrganisationsResponse>
  '/organisations/{id}': Route<types.ReadOrganisationData, types.ReadOrganisationResponse>
  '/organisations/{id}/seats': Route<types.ListSeatsData, types.ListSeatsResponse>
  '/providers': Route<types.ListProvidersData, types.ListProvidersResponse>
  '/rates': Route<types.ListRatesData, types.ListRatesResponse>
  '/parameters': Route<types.ReadParametersData, types.ReadParametersResponse>
  '/requests': Route<types.ListRequestsData, types.ListRequestsResponse>
  '/requests/{id}': Route<types.ReadRequestData, types.ReadRequestResponse>
  '/requests/{id}/evidence/{evidence}': Route<types.ReadEvidenceData, types.ReadEvidenceResponse>
  '/tasks': Route<types.ListTasksData, types.ListTasksResponse>
  '/tasks/{id}': Route<types.ReadTaskData, types.ReadTaskResponse>
  '/certificates': Route<types.ListCertificatesData, types.ListCertificatesResponse>
  '/certificates/{number}': Route<types.ReadCertificateData, types.ReadCertificateResponse>
  '/certificates/{number}/pdf': Route<types.ReadCertificatePdfData, types.ReadCertificatePdfResponse>
  '/years/{year}': Route<types.ReadYearData, types.ReadYearResponse>
  '/years/{year}/rehearsal': Route<types.ReadRehearsalData, types.ReadRehearsalResponse>
  '/years/{year}/results': Route<types.ListResultsData, types.ListResultsResponse>
  '/years/{year}/organisations': Route<types.ListYearOrganisationsData, types.ListYearOrganisationsResponse>
  '/years/{year}/export': Route<types.ExportResultsData, types.ExportResultsResponse>
  '/persons': Route<types.ListPersonsData, types.ListPersonsResponse>
  '/persons/{id}': Route<types.ReadPersonData, types.ReadPersonResponse>
  '/persons/{id}/changes': Route<types.ListPersonChangesData, types.ListPersonChangesResponse>
  '/organisations/{id}/released': Route<types.ListReleasedData, types.ListReleasedResponse>
  '/staff/{id}/ledger': Route<types.ReadLedgerData, types.ReadLedgerResponse>
  '/staff/{id}/entries': Route<types.ReadEntriesData, types.ReadEntriesResponse>
  '/staff/{id}/trainings': Route<types.ReadTrainingArchiveData, types.ReadTrainingArchiveResponse>
  '/staff/{id}/eligibility': Route<types.ReadEligibilityData, types.ReadEligibilityResponse>
  '/ledgers/broken': Route<types.ListBrokenLedgersData, types.ListBrokenLedgersResponse>
  '/staff/{id}/restoration': Route<types.ReadRestorationData, types.ReadRestorationResponse>
  '/feeds/{provider}/completions': Route<types.ListCompletionsData, types.ListCompletionsResponse>
  '/feeds/held': Route<types.ListHeldCompletionsData, types.ListHeldCompletionsResponse>
  '/requests/{id}/completions': Route<types.ListBatchRowsData, types.ListBatchRowsResponse>
  '/imports/templates/{kind}': Route<types.ReadImportTemplateData, types.ReadImportTemplateResponse>
  '/executions': Route<types.ListExecutionsData, types.ListExecutionsResponse>
  '/executions/counters': Route<types.CountExecutionsData, types.CountExecutionsResponse>
  '/executions/{workflow}/{name}': Route<types.ReadExecutionData, types.ReadExecutionResponse>
  '/executions/{workflow}/{name}/events': Route<types.ListExecutionEventsData, types.ListExecutionEventsResponse>
  '/mails': Route<types.ListMailsData, types.ListMailsResponse>
  '/accounts': Route<types.ListAccountsData, types.ListAccountsResponse>
  '/accounts/{id}': Route<types.ReadAccountData, types.ReadAccountResponse>
  '/checklist': Route<types.ReadChecklistData, types.ReadChecklistResponse>
  '/invitations/{token}': Route<types.ReadInvitationData, types.ReadInvitationResponse>
  '/audit': Route<types.SearchAuditData, types.SearchAuditResponse>
}

export interface Posts {
  '/assessments': Route<types.AssessData, types.AssessResponse>
  '/delegations': Route<types.DelegateData, types.DelegateResponse>
  '/organisations': Route<types.RegisterOrganisationData, types.RegisterOrganisationResponse>
  '/organisations/{id}': Route<types.ChangeOrganisationData, types.ChangeOrganisationResponse>
  '/organisations/{id}/seats': Route<types.ChangeSeatData, types.ChangeSeatResponse>
  '/delegations/{id}/revocation': Route<types.EndDelegationData, types.EndDelegationResponse>
  '/providers': Route<types.RegisterProviderData, types.RegisterProviderResponse>
  '/rates': Route<types.SetRatesData, types.SetRatesResponse>
  '/parameters': Route<types.SetParametersData, types.SetParametersResponse>
  '/providers/{id}': Route<types.ChangeProviderData, types.ChangeProviderResponse>
  '/requests': Route<types.SubmitRequestData, types.SubmitRequestResponse>
  '/objections': Route<types.SubmitObjectionData, types.SubmitObjectionResponse>
  '/requests/{id}/withdraw': Route<types.WithdrawRequestData, types.WithdrawRequestResponse>
  '/requests/{id}/resubmit': Route<types.ResubmitRequestData, types.ResubmitRequestResponse>
  '/evidence': Route<types.UploadEvidenceData, types.UploadEvidenceResponse>
  '/evidence/{id}': Route<types.CompleteEvidenceData, types.CompleteEvidenceResponse>
  '/tasks/{id}/decision': Route<types.DecideTaskData, types.DecideTaskResponse>
  '/tasks/{id}/reassignment': Route<types.ReassignTaskData, types.ReassignTaskResponse>
  '/tasks/{id}/remind': Route<types.RemindTaskData, types.RemindTaskResponse>
  '/tasks/{id}/taking-over': Route<types.TakeOverTaskData, types.TakeOverTaskResponse>
  '/tasks/decisions': Route<types.ApproveTasksData, types.ApproveTasksResponse>
  '/certificates/{number}/revocation': Route<types.RevokeCertificateData, types.RevokeCertificateResponse>
  '/certificates/{number}/new-issue': Route<types.CertifyAnewData, types.CertifyAnewResponse>
  '/years/{year}/rehearsal': Route<types.StartRehearsalData, types.StartRehearsalResponse>
  '/years/{year}/close': Route<types.StartCloseData, types.StartCloseResponse>
  '/years/{year}/redrive': Route<types.RedriveCloseData, types.RedriveCloseResponse>
  '/persons': Route<types.RegisterPersonData, types.RegisterPersonResponse>
  '/persons/{id}': Route<types.ChangePersonData, types.ChangePersonResponse>
  '/staff/{id}/corrections': Route<types.CorrectEntryData, types.CorrectEntryResponse>
  '/staff/{id}/justified': Route<types.RecordJustifiedData, types.RecordJustifiedResponse>
  '/staff/{id}/restoration': Route<types.ProposeRestorationData, types.ProposeRestorationResponse>
  '/staff/{id}/restoration/confirmation': Route<types.ConfirmRestorationData, types.ConfirmRestorationResponse>
  '/feeds/{provider}/completions': Route<types.DeliverCompletionsData, types.DeliverCompletionsResponse>
  '/feeds/{provider}/bindings': Route<types.BindLearnerData, types.BindLearnerResponse>
  '/feeds/resolutions': Route<types.ResolveCompletionData, types.ResolveCompletionResponse>
  '/staff/{id}/learner-codes': Route<types.CreateLearnerCodeData, types.CreateLearnerCodeResponse>
  '/imports': Route<types.ImportFileData, types.ImportFileResponse>
  '/executions/{workflow}/{name}/redrive': Route<types.RedriveExecutionData, types.RedriveExecutionResponse>
  '/mails/{id}/resend': Route<types.ResendMailData, types.ResendMailResponse>
  '/accounts': Route<types.InviteAccountData, types.InviteAccountResponse>
  '/accounts/{id}/invitation': Route<types.SendInvitationData, types.SendInvitationResponse>
  '/accounts/{id}/withdrawal': Route<types.WithdrawInvitationData, types.WithdrawInvitationResponse>
  '/accounts/{id}/suspension': Route<types.SuspendAccountData, types.SuspendAccountResponse>
  '/accounts/{id}/resumption': Route<types.ResumeAccountData, types.ResumeAccountResponse>
  '/accounts/{id}/address': Route<types.ChangeAddressData, types.ChangeAddressResponse>
  '/addresses/{token}/confirmation': Route<types.ConfirmAddressData, types.ConfirmAddressResponse>
  '/checklist/mail': Route<types.TestMailData, types.TestMailResponse>
  '/invitations/{token}/binding': Route<types.BindInvitationData, types.BindInvitationResponse>
  '/me/binding': Route<types.BindByClaimData, types.BindByClaimResponse>
}
