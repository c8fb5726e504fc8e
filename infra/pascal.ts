/** How a name of the catalog is written as one of CloudFormation's: `year-close` → `YearClose`. */
export const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
