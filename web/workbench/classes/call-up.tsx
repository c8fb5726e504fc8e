import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { enumerate } from '../../shared/fill.ts'
import { useOrganisation } from '../institution/institution.ts'
import { seatsOf, useMe } from '../me.ts'
import { InstitutionPicker, type PickedInstitution } from '../parts/institution-picker.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { readRegister } from '../person/read-register.ts'
import { fill, useSay } from '../preferences.tsx'
import { deskQuery, useClassesAgain } from './class-query.ts'
import styles from './classes.module.css'
import { words } from './words.ts'

const MOST_AT_ONCE = 50

const useAuthorities = () => {
  const seat = seatsOf(useMe(), 'authority', 'department')[0]?.organisation
  const department = useOrganisation(seat?.kind === 'department' ? seat.id : undefined).data
  if (seat === undefined) return []
  if (seat.kind !== 'department') return [seat]
  return (department?.overseers ?? []).slice(0, 1)
}

const Persons = ({
  institution,
  chosen,
  onChoose,
}: {
  readonly institution: string
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: string[]) => void
}) => {
  const { say } = useSay(words)
  const id = useId()
  const register = useQuery({
    queryKey: ['/persons', 'of', institution],
    queryFn: () => readRegister(institution),
  })
  if (register.isError) return <ProblemNotice error={register.error} again={() => void register.refetch()} />
  return (
    <p className={styles.persons}>
      <label htmlFor={id}>{say.choosePersons}</label>
      <Select
        id={id}
        mode="multiple"
        maxCount={MOST_AT_ONCE}
        optionFilterProp="label"
        loading={register.isLoading}
        value={[...chosen]}
        onChange={onChoose}
        options={(register.data ?? []).map(({ id: value, name, staffNo }) => ({
          value,
          label: staffNo === null ? name : `${name}（${staffNo}）`,
        }))}
      />
    </p>
  )
}

/** Enters people: an institution its own, who are registered with it; the organiser those whom it calls up (Art. 34). */
export const CallUp = ({ of: { id, organises } }: { readonly of: TrainingClass }) => {
  const { say, language } = useSay(words)
  const own = seatsOf(useMe(), 'institution')[0]?.organisation.id
  const authorities = useAuthorities()
  const again = useClassesAgain()
  const [picked, setPicked] = useState<PickedInstitution>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const institution = own ?? picked?.id
  const entering = useMutation({
    mutationFn: async (staffIds: readonly string[]) => {
      const { enrolled } = await post('/classes/{id}/enrolments', {
        path: { id },
        body: { staffIds: [...staffIds] },
      })
      setChosen([])
      await again()
      return enrolled.map(({ staffId }) => staffId)
    },
  })
  const desk = useQuery({ ...deskQuery(id), enabled: organises })
  const unheard = (desk.data?.participants ?? []).filter(
    (one) => one.unheard && entering.data?.includes(one.staffId),
  )
  return (
    <Panel anchor="call-up" title={say.callUp}>
      <p className="quiet">{say.callUpText}</p>
      {own === undefined && authorities.length > 0 && (
        <InstitutionPicker
          label={say.chooseInstitution}
          authorities={authorities}
          except=""
          value={picked}
          onChange={(next) => {
            setPicked(next)
            setChosen([])
          }}
        />
      )}
      {institution !== undefined && (
        <Persons institution={institution} chosen={chosen} onChoose={setChosen} />
      )}
      {entering.isError && <ProblemNotice error={entering.error} />}
      {entering.isSuccess && (
        <Notice tone="good" title={fill(say.callUpDone, { count: entering.data.length })} />
      )}
      {unheard.length > 0 && (
        <Notice
          tone="wait"
          title={fill(say.callUpUnheard, {
            names: enumerate(
              unheard.map(({ name }) => name),
              language,
            ),
          })}
        >
          <p>{say.unheard}</p>
        </Notice>
      )}
      <p className="actions">
        <Button
          disabled={chosen.length === 0}
          loading={entering.isPending}
          onClick={() => entering.mutate(chosen)}
        >
          {say.enrolThem}
        </Button>
      </p>
    </Panel>
  )
}
