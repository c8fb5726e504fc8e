/** Words of the form by which a class is moved. */
export const changeWords = {
  zh: {
    title: '变动安排',
    text: '改地点、日期或授课人员，课程、半天数和收费不变。地点或日期变动的，已报名的人员都会收到通知。',
    removed: '有授课人员已被清退出库（第31条），请在开班前另选，否则不能签到。',
    removedOne: '{name}（已清退）',
    place: '地点',
    day: '第 {number} 个半天的日期（{course}）',
    half: '第 {number} 个半天的时段',
    lecturers: '授课人员（{course}）',
    reason: '变动的原因',
    reasonHint: '写在给报名人员的通知里。',
    send: '保存变动',
    done: '已保存变动。',
  },
  en: {
    title: 'Move the class',
    text: 'Another place, other days or lecturers; courses, half-days and fees stay. Everybody enrolled is told of another place or day.',
    removed:
      'A lecturer was removed (Art. 31). Name another before the class opens: nobody attends until then.',
    removedOne: '{name} (removed)',
    place: 'Place',
    day: 'Day of half-day {number} ({course})',
    half: 'Half of half-day {number}',
    lecturers: 'Lecturers of {course}',
    reason: 'Why it changes',
    reasonHint: 'It stands in the letters to those enrolled.',
    send: 'Keep the change',
    done: 'Changed.',
  },
} as const
