import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { post } from '../../shared/api/client.ts'
import type { ListedTask } from '../../shared/api/types.gen.ts'
import { List } from '../parts/list.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { Empty } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { useTodoColumns } from './task-columns.tsx'
import { words } from './words.ts'

/** What desks below were late with for the second time; whoever sits at the authority above may take it over. */
export const Overdue = () => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const list = useList('/tasks', { query: { box: 'overdue' } })
  const columns = useTodoColumns()
  const takeOver = useMutation({
    mutationFn: (id: string) => post('/tasks/{id}/taking-over', { path: { id } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['/tasks'] })
      location.assign(`/task/${encodeURIComponent(id)}`)
    },
  })
  return (
    <div className={styles.taskTable}>
      {takeOver.isError && <ProblemNotice error={takeOver.error} />}
      <List<ListedTask>
        of={list}
        label={say.listOverdue}
        rowKey={({ id }) => id}
        columns={[
          ...columns,
          {
            title: say.act,
            key: 'act',
            className: styles.short ?? '',
            render: (_, { id, title }) => (
              <Button
                loading={takeOver.isPending && takeOver.variables === id}
                aria-label={`${say.takeOver} ${title}`}
                onClick={() => takeOver.mutate(id)}
              >
                {say.takeOver}
              </Button>
            ),
          },
        ]}
        empty={<Empty>{say.nothingOverdue}</Empty>}
      />
    </div>
  )
}
