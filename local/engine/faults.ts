/** The faults of the Step Functions API, under the names that its SDK throws them with. */
class ApiFault extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export const executionAlreadyExists = (arn: string): Error =>
  new ApiFault('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)

export const executionDoesNotExist = (arn: string): Error =>
  new ApiFault('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)

export const executionNotRedrivable = (arn: string): Error =>
  new ApiFault('ExecutionNotRedrivable', `Execution Not Redrivable: '${arn}'`)

export const stateMachineDoesNotExist = (name: string): Error =>
  new ApiFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${name}'`)

export const invalidName = (name: string): Error => new ApiFault('InvalidName', `Invalid Name: '${name}'`)

export const invalidExecutionInput = (): Error =>
  new ApiFault('InvalidExecutionInput', 'Invalid State Machine Execution Input: not JSON, or over 256 KiB')

export const invalidOutput = (): Error =>
  new ApiFault('InvalidOutput', 'Invalid Output: not JSON, or over 256 KiB')

export const invalidToken = (): Error => new ApiFault('InvalidToken', "Invalid Token: 'Invalid token'")

export const taskDoesNotExist = (): Error =>
  new ApiFault('TaskDoesNotExist', "Task Does Not Exist: 'Task does not exist'")

export const taskTimedOut = (): Error =>
  new ApiFault('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")

/** A definition that AWS would refuse, or that this engine cannot run; names the state and the field. */
export class InvalidDefinition extends Error {
  override name = 'InvalidDefinition'
}
