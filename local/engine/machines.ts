import type { Clock } from './clock.ts'
import type { Integrations } from './integration.ts'
import type { Journal } from './journal.ts'
import type { Machine } from './machine.ts'
import { load, type Source } from './read-definition.ts'

/**
 * The state machines: today's definitions by name, and earlier ones by the id under which the journal keeps
 * them, because an execution ends with the definition that it began with.
 */
export class Machines {
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #integrations: Integrations
  readonly #loaded = new Map<number, Machine>()
  readonly #ids = new Map<Machine, number>()
  readonly #named = new Map<string, number>()

  /** @throws InvalidDefinitionError */
  constructor(journal: Journal, clock: Clock, integrations: Integrations, sources: readonly Source[]) {
    this.#journal = journal
    this.#clock = clock
    this.#integrations = integrations
    const machines = sources.map((source) => [source, load(source, clock, integrations)] as const)
    for (const [{ name, arn, definition }, machine] of machines) {
      const id = journal.keepDefinition(name, arn, definition)
      this.#keep(id, machine)
      this.#named.set(name, id)
    }
  }

  #keep(id: number, machine: Machine): Machine {
    this.#loaded.set(id, machine)
    this.#ids.set(machine, id)
    return machine
  }

  /** The id of the definition that new executions of this name begin with. */
  named(name: string): number | undefined {
    return this.#named.get(name)
  }

  idOf(machine: Machine): number | undefined {
    return this.#ids.get(machine)
  }

  of(id: number): Machine {
    const loaded = this.#loaded.get(id)
    if (loaded !== undefined) return loaded
    const { name, arn, text } = this.#journal.definition(id)
    return this.#keep(id, load({ name, arn, definition: text }, this.#clock, this.#integrations))
  }
}
