import type { Text } from '../../rules/text.ts'

/** What Step Functions' own errors mean to who looks after the system, and what to do. */
export const failures: Readonly<Record<string, Text>> = {
  'States.Timeout': {
    zh: '执行超过了规定的最长时间。请核对它在等谁、等什么，然后从失败处继续。',
    en: 'It took longer than it may. See whom or what it waited for, then let it go on.',
  },
  'States.TaskFailed': {
    zh: '一个步骤多次重试后仍然失败。请按下面的错误信息排除故障，然后从失败处继续。',
    en: 'A step failed again and again. Mend what its message names, then let it go on.',
  },
  'States.Permissions': {
    zh: '流程缺少调用该步骤的权限。请检查部署，修正后从失败处继续。',
    en: 'The workflow may not call this step. Check the deployment, then let it go on.',
  },
  'States.DataLimitExceeded': {
    zh: '步骤之间传递的数据过大。这是程序缺陷，请把执行名称告诉开发人员。',
    en: 'What passed between steps is too large. This is a defect: give the name of the execution to the developers.',
  },
  'States.QueryEvaluationError': {
    zh: '流程定义中的表达式出错。这是程序缺陷，请把执行名称告诉开发人员。',
    en: 'An expression of the workflow failed. This is a defect: give the name of the execution to the developers.',
  },
  'States.Runtime': {
    zh: '流程定义与数据不符，不能继续。这是程序缺陷，请把执行名称告诉开发人员。',
    en: 'The workflow does not fit its data. This is a defect: give the name of the execution to the developers.',
  },
}

export const aborted: Text = {
  zh: '执行被人工终止。确认原因已消除后，可以从终止处继续。',
  en: 'Someone stopped it. Once the reason is gone it may go on from there.',
}

export const cloudBusy: Text = {
  zh: '运行函数的云服务暂时不可用或限流。请稍后从失败处继续。',
  en: 'The service that runs the steps was unavailable or throttled. Let it go on a little later.',
}

export const otherFailure: Text = {
  zh: '一个步骤出错。请按下面的错误信息排除故障，然后从失败处继续。',
  en: 'A step failed. Mend what its message names, then let it go on.',
}
