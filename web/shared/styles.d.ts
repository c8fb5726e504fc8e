/** Vite takes style sheets that a module imports into the page's. */
declare module '*.css'

/** The names that the classes of a component's own style sheet have in the page. */
declare module '*.module.css' {
  const names: Readonly<Record<string, string>>
  export default names
}
