/** Lets what is now due follow: certificates, and results of closed years. `occasion` names the act that it follows. */
export interface Settling {
  settle(staffId: string, occasion: string): Promise<void>
}
