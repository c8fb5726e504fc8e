/** The faults of the Step Functions API, under the names that its SDK throws them with. */
class ApiFaultError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export const executionAlreadyExists = (arn: string): Error =>
  new ApiFaultError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)

export const executionDoesNotExist = (arn: string): Error =>
  new ApiFaultError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)

export const executionNotRedrivable = (arn: string): Error =>
  new ApiFaultError('ExecutionNotRedrivable', `Execution Not Redrivable: '${arn}'`)

export const stateMachineDoesNotExist = (name: string): Error =>
  new ApiFaultError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${name}'`)

export const invalidName = (name: string): Error =>
  new ApiFaultError('InvalidName', `Invalid Name: '${name}'`)

export const invalidExecutionInput = (): Error =>
  new ApiFaultError(
    'InvalidExecutionInput',
    'Invalid State Machine Execution Input: not JSON, or over 256 KiB',
  )

export const invalidOutput = (): Error =>
  new ApiFaultError('InvalidOutput', 'Invalid Output: not JSON, or over 256 KiB')

export const invalidToken = (): Error => new ApiFaultError('InvalidToken', "Invalid Token: 'Invalid token'")

export const taskDoesNotExist = (): Error =>
  new ApiFaultError('TaskDoesNotExist', "Task Does Not Exist: 'Task does not exist'")

export const taskTimedOut = (): Error =>
  new ApiFaultError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")

/** A definition that AWS would refuse, or that this engine cannot run; names the state and the field. */
export class InvalidDefinitionError extends Error {
  override name = 'InvalidDefinition'
}
