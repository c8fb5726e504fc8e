declare module 'asl-validator' {
  /** Checks a definition in the Amazon States Language against its JSON schemas and its transitions. */
  function validate(definition: unknown): { isValid: boolean; errorsText: (separator?: string) => string }
  export default validate
}
