import { bytes, bytesOf, counted, listed, number, percent, plural } from './format.ts';

/** Every word that the pages say, in one place. Numbers and plurals go through `format.ts`. */
export const en = {
  name: 'Rowcheck',

  common: {
    back: 'Back',
    cancel: 'Cancel',
    change: 'Change',
    close: 'Close',
    keep: 'Keep it',
    removeYes: 'Yes, remove',
    settings: 'Settings',
    openTab: 'Open in a tab',
    loading: 'Loading',
    row: (row: number) => `row ${number(row)}`,
    empty: 'empty',
    wentWrong: 'Something went wrong here',
    wentWrongMore: 'Nothing is lost: your files and imports are kept. Open Rowcheck again.',
    notFound: 'This is no longer here',
    notFoundMore: 'It was removed, or it is kept in another browser.',
    toStart: 'Go to the start',
  },

  connection: {
    none: 'Not connected',
    to: (workspace: string) => `Connected to ${workspace}`,
    problem: (workspace: string) => `${workspace}, not reachable`,
  },

  recordTypes: { contact: 'Contacts', company: 'Companies', deal: 'Deals' } as Partial<
    Record<string, string>
  >,

  home: {
    choose: 'Check a spreadsheet',
    chooseInTab: 'Check a spreadsheet in a tab',
    ways: 'Drop, choose or paste CSV, Excel or ODS.',
    privacy: 'Nothing is sent until you submit.',
    dropHere: 'Drop to check',
    pasteName: 'Pasted table.tsv',
    fileLabel: 'Spreadsheet to check',
    drafts: 'Checked, not submitted',
    imports: 'Imports',
    unseen: 'New',
    nothingYet: 'See what an import will do before it does it',
    steps: [
      ['Check', 'Every row is read and judged on this computer, in seconds.'],
      ['Submit', 'Only the rows that are ready, or all of them.'],
      ['Be told', 'When it lands, with the reason for every row that did not.'],
    ],
    pick: 'Pick a file or an import',
    pickMore: 'What the check found and what an import did is shown here.',
    notKept: 'The file could not be taken.',
    clipboardEmpty: 'There is no table in what you pasted.',
  },

  draft: {
    checking: (share: number) => `Checking, ${percent(share)}`,
    waiting: 'Waiting',
    waitingTitle: 'Waiting to be checked',
    waitingMore: 'It begins in a moment.',
    reading: (rows: number) =>
      rows === 0 ? 'Reading the file' : `${counted(rows, 'row', 'rows')} checked so far`,
    readingMore: (done: number, size: number) => `${bytesOf(done, size)} read`,
    soFar: (errors: number) =>
      errors === 0
        ? 'Nothing wrong so far'
        : `${counted(errors, 'row needs', 'rows need')} attention so far`,
    progress: 'Progress of the check',
    ready: (ready: number, rows: number) => {
      if (rows === 0) return 'There are no rows to import';
      if (ready === rows) {
        return rows === 1 ? 'The only row is ready' : `All ${number(rows)} rows are ready`;
      }
      if (ready === 0) {
        return rows === 1 ? 'The only row is not ready' : `None of ${number(rows)} rows is ready`;
      }
      return `${number(ready)} of ${number(rows)} rows are ready`;
    },
    attention: (errors: number, reasons: number) =>
      errors === 0
        ? 'Nothing needs your attention.'
        : `${counted(errors, 'row needs', 'rows need')} attention, for ${counted(reasons, 'reason', 'reasons')}`,
    checkedReady: 'Ready',
    checkedErrors: (errors: number) => `${number(errors)} to look at`,
    impossible: 'Not importable',
    refused: 'This file cannot be imported',
    refusedAlone: 'Rowcheck could not check this file',
    share: (ready: number, errors: number) =>
      `${counted(ready, 'row', 'rows')} ready, ${number(errors)} not`,
    causes: 'What needs attention',
    causesSoFar: 'Found so far',
    hints: 'Worth a look',
    hintsMore: 'These do not keep rows from being imported.',
    howRead: 'How the file is read',
    recordType: 'Import as',
    matched: (matched: number, columns: number) =>
      `${number(matched)} of ${counted(columns, 'column', 'columns')} matched.`,
    notImported: (labels: readonly string[], more: number) =>
      `Not imported: ${listed(more > 0 ? [...labels, `${number(more)} more`] : labels)}.`,
    blank: (rows: number) =>
      rows === 1 ? '1 blank row is skipped.' : `${number(rows)} blank rows are skipped.`,
    excluded: (rows: number) => `${counted(rows, 'row', 'rows')} taken out by you.`,
    notChecked: (what: readonly ('users' | 'teams')[]) =>
      `${what.length > 1 ? 'Owners and teams were' : what[0] === 'users' ? 'Owners were' : 'Teams were'} not checked,`,
    notCheckedWhy: 'because no server is connected.',
    recordsNotChecked: 'Not compared with existing records.',
    recordsNotCheckedMore: 'A row whose record exists already is refused at the import, and said.',
    connect: 'Connect',
    header: (row: number | null) =>
      row === null ? 'The file has no header' : `The header is in row ${number(row)}`,
    written: (encoding: string | null, delimiter: string | null) =>
      [
        delimiter === null ? null : `values are separated by ${delimiter}`,
        encoding === null ? null : `the text is ${encoding}`,
      ]
        .filter((part) => part !== null)
        .join(', '),
    sheet: (name: string) => `Read from the sheet ${name}.`,
    whichSheet: 'Sheet to read',
    hiddenSheet: (name: string) => `${name} (hidden)`,
    delimiters: {
      ',': 'commas',
      ';': 'semicolons',
      '\t': 'tabs',
      '|': 'bars',
    } as Partial<Record<string, string>>,
    remove: 'Remove this file',
    removeMore: 'Only the copy inside Rowcheck goes; your file stays where it is.',
    another: 'Check another file',
    matchColumns: 'Match the columns',
    again: 'Check again',
  },

  cause: {
    more: (count: number) => `and ${number(count)} more`,
    didYouMean: 'Did you mean',
    inRows: 'in',
    repeats: (row: number, first: number) => `row ${number(row)} repeats row ${number(first)}`,
    rowsOf: (rows: readonly number[], more: number) =>
      `${plural(rows.length + more, 'row', 'rows')} ${listed([...rows.map(number), ...(more > 0 ? [`${number(more)} more`] : [])])}`,
    examples: 'Examples',
    firstOf: (shown: number, count: number) =>
      shown >= count ? '' : `The first ${number(shown)} of ${number(count)}`,
    row: 'Row',
    value: 'In the file',
    why: 'What is wrong',
    suggestion: 'Suggestion',
    fix: 'How to put it right',
    affected: (count: number) => `${counted(count, 'row', 'rows')} affected`,
  },

  decisions: {
    is: {
      'day-first': 'read day first',
      'month-first': 'read month first',
      'year-first': 'read year first',
      'decimal-comma': 'read with a decimal comma',
      'decimal-point': 'read with a decimal point',
    },
    dates: (label: string) => `Dates in ${label} are`,
    numbers: (label: string) => `Numbers in ${label} are`,
    because: (row: number, value: string) => `because row ${number(row)} is ${value}.`,
    chosen: 'as you chose.',
    options: {
      'day-first': 'Day first',
      'month-first': 'Month first',
      'year-first': 'Year first',
      'decimal-comma': 'Decimal comma',
      'decimal-point': 'Decimal point',
    },
    question: (value: string, label: string) => `What is ${value} in ${label}?`,
    questionMore: (row: number) =>
      `Row ${number(row)} reads both ways, and no other row decides. Your answer holds for the whole column.`,
  },

  columns: {
    title: 'Columns',
    lead: 'Which field each column of the file goes to. The check starts over with every change.',
    column: 'Column in the file',
    field: 'Goes to',
    goesTo: (label: string) => `${label} goes to`,
    notImported: 'Not imported',
    unnamed: (index: number) => `Column ${index + 1}`,
    required: 'required',
    missing: (fields: readonly string[]) =>
      `${listed(fields)} ${plural(fields.length, 'is', 'are')} required and ${plural(fields.length, 'has', 'have')} no column yet.`,
    by: {
      person: 'your choice',
      remembered: 'as you chose before',
      exact: 'same name',
      synonym: 'another name for it',
      close: 'similar name',
      values: 'judged by its values',
      none: 'no match found',
    },
    done: 'Done',
  },

  submit: {
    ready: (rows: number) => `Submit ${counted(rows, 'ready row', 'ready rows')}`,
    everything: (rows: number) => `Submit ${counted(rows, 'row', 'rows')}`,
    all: (rows: number) => `Submit all ${number(rows)}`,
    readyMore: (errors: number) =>
      errors === 1
        ? 'The row that is not ready stays out. Submit all to send it too and get it back as an error.'
        : `The ${number(errors)} rows that are not ready stay out. Submit all to send them too and get them back as errors.`,
    none: 'No row is ready',
    noneMore: 'Correct the file and check it again.',
    noneAsked: 'Answer the question above: the rows are judged anew with it.',
    checking: 'Checking',
    checkingMore: 'You can submit when the check has ended.',
    connect: 'Connect to submit',
    connectMore: 'The check works without a server; importing needs one.',
    viewer: 'Your token may only look at imports. Ask an administrator for one that may import.',
    submitted: 'Submitted',
    open: 'Open the import',
  },

  status: {
    waiting: 'Waiting',
    uploading: 'Uploading',
    interrupted: 'Interrupted',
    notUploaded: 'Not uploaded',
  },

  imports: {
    queued: 'Waiting to be uploaded',
    sending: (done: number, size: number) => `${bytesOf(done, size)} uploaded`,
    retrying: 'goes on when the server answers',
    sent: 'Uploaded, waiting for its turn',
    resultsLater: 'Results are shown when the import has ended.',
    processing: (rows: number, total: number | null) =>
      total === null ? `Row ${number(rows)}` : `Row ${number(rows)} of ${number(total)}`,
    linking: 'Linking the records to each other',
    left: (time: string) => `${time} left`,
    allImported: (rows: number) =>
      rows === 0
        ? 'No rows to import'
        : rows === 1
          ? 'The only row imported'
          : `All ${number(rows)} imported`,
    someImported: (successes: number, total: number) =>
      `${number(successes)} of ${number(total)} imported.`,
    errors: (count: number, title: string) => `${counted(count, 'error', 'errors')}: ${title}`,
    progress: 'Progress of the import',
    uploadProgress: 'Progress of the upload',
  },

  details: {
    results: 'Results',
    total: 'Total Records',
    successes: 'Successes',
    errors: 'Errors',
    success: (rows: number) =>
      rows === 1 ? 'The row was imported.' : `All ${number(rows)} rows were imported.`,
    partial: (errors: number) =>
      errors === 1 ? '1 row was not imported.' : `${number(errors)} rows were not imported.`,
    noneImported: 'No row was imported.',
    failed: 'The import failed',
    cancelled: 'The import was cancelled',
    failedAfter: (rows: number) =>
      `${counted(rows, 'row was', 'rows were')} already imported before it failed.`,
    failedNothing: 'Nothing was imported.',
    held: 'It went exactly as the check said.',
    foretold: 'The check said so before you submitted.',
    notHeld: (ready: number, errors: number) =>
      `The check had said ${number(ready)} ready and ${counted(errors, 'error', 'errors')}. Only the import itself compares with the records that exist already, and they can change in between.`,
    excluded: (rows: number) =>
      `${counted(rows, 'row', 'rows')} with errors stayed out, as you chose.`,
    whyNot: 'Why not',
    whatNow: 'What now',
    adviceSuccess: 'There is nothing left to do.',
    advicePartial:
      'Download the error file, correct the rows in it, and check it again. It holds only the rows that failed, with the reason beside each.',
    adviceFailed: 'Put the reason right and submit the file again.',
    adviceCancelled: (successes: number) =>
      successes === 0
        ? 'Submit the file again when you want to import it.'
        : 'What was imported stays. To import the rest, submit a file that holds only those rows.',
    download: 'Download error file',
    downloading: 'Preparing the error file',
    checkAgain: 'Check a corrected file',
    checkAnother: 'Check another file',
    records: 'Error records',
    recordsLoading: (stored: number, total: number) =>
      `${number(stored)} of ${number(total)} fetched`,
    recordsFailed: 'They could not be fetched. The error file has all of them.',
    recordsNone: 'No error records.',
    filter: 'Reason',
    allReasons: (count: number) => `All reasons (${number(count)})`,
    reason: (title: string, count: number) => `${title} (${number(count)})`,
    range: (from: number, to: number, total: number | null) =>
      total === null
        ? `${number(from)} to ${number(to)}`
        : `${number(from)} to ${number(to)} of ${number(total)}`,
    former: 'Previous rows',
    later: 'Next rows',
    row: 'Row',
    cell: 'In the file',
    why: 'Why',
    silentTitle: 'The progress may be old',
    silent:
      'What is shown is from the last time the server answered; this goes on by itself when it is back.',
    closing: 'You can close this. You will be told when it ends.',
    cancel: 'Cancel the import',
    cancelMore: 'Rows that are already imported stay.',
    cancelYes: 'Yes, cancel',
    cancelNo: 'Keep importing',
    cancelling: 'Cancelling',
    takeBack: 'Take back',
    retry: 'Upload again',
    uploadFailed: 'The file was not uploaded',
    uploadRetrying: 'The upload was interrupted',
    steps: {
      Uploading: 'Upload',
      Uploaded: 'Uploaded',
      Processing: 'Processing',
      PostProcessing: 'PostProcessing',
      Completed: 'Completed',
    },
    remove: 'Remove from this list',
    removeMore: 'The server keeps the import and its records.',
    submitted: (when: string) => `Submitted ${when}`,
    finished: (when: string, by: string, took: string | null) =>
      `Imported ${when} by ${by}${took === null ? '' : `, in ${took}`}`,
    ended: (when: string, by: string) => `Submitted by ${by}, ended ${when}`,
  },

  options: {
    title: 'Settings',
    connection: 'Connection',
    lead: 'Rowcheck submits to one server: the one of your organisation. Ask its administrator for the address and a token.',
    address: 'Address of the server',
    addressHint: 'Or paste a whole connect link here.',
    token: 'Token',
    tokenHint: 'Shown once by whoever made it for you.',
    connect: 'Connect',
    connecting: 'Connecting',
    permission: 'Your browser will ask whether Rowcheck may talk to this one address.',
    linkRead: 'The address and the token come from your connect link.',
    denied: (origin: string) =>
      `Without permission for ${origin} Rowcheck cannot talk to the server. Press Connect and allow it.`,
    noToken: 'Type or paste your token.',
    notReachable: 'The server cannot be used at the moment',
    workspace: 'Workspace',
    server: 'Server',
    tokenName: 'Token',
    role: 'You may',
    roles: {
      viewer: 'look at imports',
      importer: 'import, and look at imports',
      admin: 'import, and manage the workspace',
    },
    since: 'Connected',
    replacing: (workspace: string) =>
      `You are connected to ${workspace}. Connecting here takes its place.`,
    anew: 'Use another token',
    disconnect: 'Disconnect',
    disconnectMore: 'Your imports stay readable here.',
    notifications: 'Notifications',
    notify: 'Tell me when an import ends',
    notifyMore: 'One line with what happened and why; a click opens the import.',
    storage: 'Storage',
    storageLead:
      'Files, checks and results are kept in this browser, so that they open without a server.',
    used: (used: number) => `${bytes(used)} used`,
    kept: (drafts: number, imports: number) =>
      `${counted(drafts, 'checked file', 'checked files')}, ${counted(imports, 'import', 'imports')}`,
    clear: 'Clear what has ended',
    clearMore:
      'Removes checked files and ended imports from this browser. The server keeps its records.',
    clearYes: 'Yes, clear',
  },
};
