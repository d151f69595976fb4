/** The platform’s refusals in German. */
export const GERMAN = {
  scopeMissing:
    'Die angegebenen Berechtigungen reichen nicht aus, um {0} aufzurufen. Erforderliche Berechtigungen: {1}',
  notPermitted: 'Sie sind nicht berechtigt, {0} aufzurufen. Erforderliche Berechtigungen: {1}',
  noDocumentAccess: 'Sie haben keine Berechtigung, auf das angeforderte Dokument zuzugreifen.',
  storageDenied: 'Beim Lesen aus dem Speicher ist ein Serverfehler aufgetreten. Fehlercode PERMISSION_DENIED.',
  functionMissing: 'Skriptfunktion nicht gefunden: {0}',
  timeout: 'Maximale Ausführungszeit überschritten',
  serverError: 'Es ist ein Serverfehler aufgetreten. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  serviceUnavailable: 'Dienst nicht verfügbar: {0}',

  dailyQuota: 'Dienst an einem Tag zu oft aufgerufen: {0}.',
  burst:
    'Dienst in kurzer Zeit zu oft aufgerufen: {0}. Versuchen Sie es mit Utilities.sleep(1000) zwischen den Aufrufen.',
  computerTime: 'Der Dienst beansprucht an einem Tag zu viel Rechenzeit.',
  startsPerSecond: 'Das Skript wurde für dieses Google-Konto zu oft pro Sekunde aufgerufen.',
  tooManyRunning: 'Für dieses Google-Konto werden zu viele Skripts gleichzeitig ausgeführt.',

  gmailNotAllowed: 'Gmail-Vorgang nicht zulässig.',
  mailOff: 'E-Mail-Dienst nicht aktiviert',

  tooManyLocks: 'Es gibt zu viele LockService-Vorgänge für dasselbe Skript.',
  triggerService: 'Keine Verbindung zum Trigger-Dienst',

  tooManyCells:
    'Durch diese Aktion würde die Zahl der Zellen in der Arbeitsmappe das Limit von {0} Zellen überschreiten.',
  cellTooLong: 'Ihre Eingabe enthält mehr als die maximal {0} Zeichen in einer einzelnen Zelle.',
  columnsDiffer:
    'Die Anzahl der Spalten in den Daten stimmt nicht mit der des Bereichs überein. Die Daten haben {0}, der Bereich hat jedoch {1}.',
  rowsDiffer:
    'Die Anzahl der Zeilen in den Daten stimmt nicht mit der des Bereichs überein. Die Daten haben {0}, der Bereich hat jedoch {1}.',
  outsideSheet: 'Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts.',
  badRange: 'Die Koordinaten oder Abmessungen des Bereichs sind ungültig.',
  rowsTooFew: 'Die Anzahl der Zeilen im Bereich muss mindestens 1 sein.',
  columnsTooFew: 'Die Anzahl der Spalten im Bereich muss mindestens 1 sein.',
  rangeMissing: 'Bereich nicht gefunden',
  protectedCell:
    'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Wenden Sie sich an den Inhaber der Tabelle, um den Schutz entfernen zu lassen.',
  invalidData: 'Die in Zelle {0} eingegebenen Daten verstoßen gegen die Datenvalidierungsregeln dieser Zelle.',
  tabExists: 'Ein Tabellenblatt mit dem Namen „{0}“ ist bereits vorhanden. Geben Sie einen anderen Namen ein.',
  tabMissing: 'Tabellenblatt {0} nicht gefunden',
  lastTab: 'Sie können nicht alle sichtbaren Tabellenblätter eines Dokuments entfernen.',
  allRows: 'Sie können nicht alle Zeilen des Tabellenblatts löschen.',
  allColumns: 'Sie können nicht alle Spalten des Tabellenblatts löschen.',
  filterExists: 'In einem Tabellenblatt mit Filter kann kein weiterer Filter erstellt werden.',
  sheetsTimedOut: 'Zeitüberschreitung beim Dienst Tabellen beim Zugriff auf das Dokument mit der ID {0}.',
  sheetsError: 'Dienstfehler: Tabellen',
  noUi: 'SpreadsheetApp.getUi() kann in diesem Kontext nicht aufgerufen werden.',
} as const
