// A calendar file (RFC 5545) of appointments and days to remember. Pure functions; times in UTC, which every calendar understands.

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * The text of the file. `appointments` have {iso, mulai, selesai, zona, judul, tempat, uraian}, `days` {iso, judul, uraian} for
 * whole days. `made` is when the file is made; the same appointment keeps its UID, so that importing it again corrects it.
 */
export function writeIcs(appointments, days, made, host) {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '');
  const events = [...appointments.map(timed), ...days.map(whole)].map((event) => [
    'BEGIN:VEVENT', `UID:${hash(`${event.key}`)}@${host}`, `DTSTAMP:${stamp}`, ...event.lines, 'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Katalog Inovasi Daerah//Perencana kunjungan//ID', ...events.flat(), 'END:VCALENDAR'];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function timed({ iso, mulai, selesai, zona, judul, tempat, uraian, tuan }) {
  const at = (clock) => utc(iso, clock, zona.jam);
  const lines = [`DTSTART:${at(mulai)}`, `DTEND:${at(selesai)}`, `SUMMARY:${escape(judul)}`, `LOCATION:${escape(tempat)}`, `DESCRIPTION:${escape(uraian)}`];
  return { key: `${tuan?.id ?? ''}|${iso}|${mulai}`, lines: [...lines, 'STATUS:TENTATIVE'] };
}

function whole({ iso, judul, uraian }) {
  const next = new Date(Date.parse(`${iso}T00:00Z`) + 864e5).toISOString().slice(0, 10);
  const day = (text) => text.replaceAll('-', '');
  return { key: `${iso}|${judul}`, lines: [`DTSTART;VALUE=DATE:${day(iso)}`, `DTEND;VALUE=DATE:${day(next)}`, `SUMMARY:${escape(judul)}`, `DESCRIPTION:${escape(uraian)}`, 'TRANSP:TRANSPARENT'] };
}

/** ('2026-12-14', '08.30', 7) → '20261214T013000Z'. */
function utc(iso, clock, offset) {
  const [hours, minutes] = clock.split('.').map(Number);
  return new Date(Date.parse(`${iso}T00:00Z`) + ((hours - offset) * 60 + minutes) * 6e4).toISOString().replace(/[-:]|\.\d+/g, '');
}

const escape = (text) => text.replace(/\r/g, '').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** No line is longer than 75 octets, and none is broken inside a character. */
function fold(line) {
  const parts = [''];
  let size = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (size + more > MOST_OCTETS) {
      parts.push('');
      size = 1; // the blank that continues a line
    }
    parts[parts.length - 1] += sign;
    size += more;
  }
  return parts.join('\r\n ');
}

/** FNV-1a, twice with different starts: 16 hexadecimal digits. */
function hash(text) {
  const half = (start) => {
    let value = start;
    for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 16777619);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return half(2166136261) + half(84696351);
}
