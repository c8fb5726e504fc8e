const ACCOUNT = '000000000000'

/** ARNs of this machine's own region, in the shape of AWS's. */
export const machineArn = (name: string): string => `arn:aws:states:local:${ACCOUNT}:stateMachine:${name}`

/** `label`: of the distributed Map that the execution is an iteration of. */
export const executionArn = (machine: string, name: string, label?: string): string =>
  `arn:aws:states:local:${ACCOUNT}:execution:${machine}${label === undefined ? '' : `/${label}`}:${name}`

/** A machine's name out of its ARN, whatever its partition; a bare name is itself. */
export const machineNameOf = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf(':') + 1)

/** What AWS takes for the name of an execution. */
export const isExecutionName = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses them by name
  name.length > 0 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name)
