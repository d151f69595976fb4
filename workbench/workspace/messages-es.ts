/** The platform’s refusals in Spanish. */
export const SPANISH = {
  scopeMissing: 'Los permisos especificados no son suficientes para llamar a {0}. Permisos necesarios: {1}',
  notPermitted: 'No cuentas con el permiso para llamar a {0}. Permisos necesarios: {1}',
  noDocumentAccess: 'No tienes permiso para acceder al documento solicitado.',
  storageDenied:
    'Se ha producido un error en el servidor al leer el almacenamiento. Código de error PERMISSION_DENIED.',
  functionMissing: 'No se ha encontrado la función de secuencia de comandos: {0}',
  timeout: 'Se ha superado el tiempo máximo de ejecución',
  serverError: 'Se ha producido un error en el servidor. Espera un momento y vuelve a intentarlo.',
  serviceUnavailable: 'Servicio no disponible: {0}',

  dailyQuota: 'El servicio se ha invocado demasiadas veces en un día: {0}.',
  burst:
    'El servicio se ha invocado demasiadas veces en poco tiempo: {0}. Prueba con Utilities.sleep(1000) entre llamadas.',
  computerTime: 'El servicio utiliza demasiado tiempo de proceso en un día.',
  startsPerSecond:
    'La secuencia de comandos se ha invocado demasiadas veces por segundo para esta cuenta de usuario de Google.',
  tooManyRunning:
    'Hay demasiadas secuencias de comandos ejecutándose simultáneamente para esta cuenta de usuario de Google.',

  gmailNotAllowed: 'Operación de Gmail no permitida.',
  mailOff: 'El servicio de correo no está habilitado',

  tooManyLocks: 'Hay demasiadas operaciones de LockService en la misma secuencia de comandos.',
  triggerService: 'No se puede establecer comunicación con el servicio de activadores',

  tooManyCells: 'Esta acción aumentaría el número de celdas del libro por encima del límite de {0} celdas.',
  cellTooLong: 'Los datos introducidos superan el máximo de {0} caracteres en una sola celda.',
  columnsDiffer:
    'El número de columnas de los datos no coincide con el del intervalo. Los datos tienen {0}, pero el intervalo tiene {1}.',
  rowsDiffer:
    'El número de filas de los datos no coincide con el del intervalo. Los datos tienen {0}, pero el intervalo tiene {1}.',
  outsideSheet: 'Las coordenadas del intervalo están fuera de las dimensiones de la hoja.',
  badRange: 'Las coordenadas o las dimensiones del intervalo no son válidas.',
  rowsTooFew: 'El número de filas del intervalo debe ser al menos 1.',
  columnsTooFew: 'El número de columnas del intervalo debe ser al menos 1.',
  rangeMissing: 'No se ha encontrado el intervalo',
  protectedCell:
    'Intentas editar una celda o un objeto protegidos. Ponte en contacto con el propietario de la hoja si necesitas editarlos.',
  invalidData: 'Los datos introducidos en la celda {0} infringen las reglas de validación de datos de esta celda.',
  tabExists: 'Ya existe una hoja con el nombre «{0}». Introduce otro nombre.',
  tabMissing: 'No se ha encontrado la hoja {0}',
  lastTab: 'No puedes quitar todas las hojas visibles de un documento.',
  allRows: 'No puedes eliminar todas las filas de la hoja.',
  allColumns: 'No puedes eliminar todas las columnas de la hoja.',
  filterExists: 'No puedes crear un filtro en una hoja que ya tiene uno.',
  sheetsTimedOut: 'El servicio Hojas de cálculo ha agotado el tiempo de espera al acceder al documento con ID {0}.',
  sheetsError: 'Error de servicio: Hojas de cálculo',
  noUi: 'No se puede llamar a SpreadsheetApp.getUi() desde este contexto.',
} as const
