using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trellis.Server.Akshi.Agents.Files;
using Trellis.Server.Akshi.Agents.Memory;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Rules;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>
/// Reads the lines of one file that no earlier tick has read, in pieces of a megabyte, and makes a finding of each that a rule matches. What
/// it has read is remembered as it goes, together with the findings.
/// </summary>
internal sealed class LineScan
{
    private const int LongestPiece = 1 << 20;
    private const int ShortestPiece = 4096;

    // So much is read between two entries of the memory.
    private const long LongestUnremembered = 256L << 20;

    private readonly Tick _tick;
    private readonly DeclarativeDefinition _definition;
    private readonly LineRule[] _rules;
    private readonly AgentMemory _memory;
    private readonly FindingMaker _maker;
    private readonly TickReport _report;
    private readonly FoundFile _file;
    private readonly int _pieceLength;
    private readonly List<NewFinding> _findings = [];
    private readonly List<LineMatch> _matches = [];
    private readonly ReportedMarks _reported = new();
    private readonly ReportedMarks _pending = new();
    private long _position;
    private long _line;
    private long _rememberedAt;

    public LineScan(Tick tick, LineRule[] rules, AgentMemory memory, FindingMaker maker, TickReport report, FoundFile file)
    {
        _tick = tick;
        _definition = tick.Agent.Declarative!;
        _rules = rules;
        _memory = memory;
        _maker = maker;
        _report = report;
        _file = file;
        _pieceLength = (int)Math.Clamp(file.Length + 1, ShortestPiece, LongestPiece);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="AgentException">The fuel is used up. What was read before is remembered.</exception>
    public async Task RunAsync(FileStream stream)
    {
        Continue(stream);
        var buffer = ArrayPool<byte>.Shared.Rent(_pieceLength);
        var text = ArrayPool<char>.Shared.Rent(_pieceLength);
        try
        {
            await ReadAsync(stream, buffer, text);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            ArrayPool<char>.Shared.Return(text, clearArray: true);
        }
    }

    // Goes on where the last tick ended, if what stands before that place is what it read; else from the start.
    private void Continue(FileStream stream)
    {
        if (_memory.Find(_file.Path) is not { } seen)
            return;

        var reported = ReportedMarks.Parse(seen.Reported);
        _pending.Add(ReportedMarks.Parse(seen.Pending));
        if (seen.Mark.StartsWith('p') && seen.Position <= stream.Length && ReadPrefix.Mark(stream, seen.Position) == seen.Mark)
        {
            (_position, _line) = (seen.Position, seen.Line);
            _reported.Add(reported);
        }
        else if (!_definition.IsAppendOnly)
        {
            _pending.Add(reported);
        }

        _rememberedAt = _position;
    }

    private async Task ReadAsync(FileStream stream, byte[] buffer, char[] text)
    {
        var held = 0;
        while (true)
        {
            _tick.Cancellation.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(stream.SafeFileHandle, buffer.AsSpan(held, _pieceLength - held), _position + held);
            var isEnd = read == 0;
            held += read;
            var whole = buffer.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;

            // A line that fills the buffer is read in parts.
            if (whole == 0 && held == _pieceLength)
                whole = held;
            if (whole > 0)
            {
                await PayAsync(stream, whole);
                var consumed = Search(buffer.AsSpan(0, whole), text);
                await SettleAsync(stream, consumed < whole);
                if (consumed < whole)
                    return;

                buffer.AsSpan(whole, held - whole).CopyTo(buffer);
                held -= whole;
            }
            else if (isEnd)
            {
                await FinishAsync(stream, buffer, held, text);
                return;
            }
        }
    }

    // Who runs out of fuel keeps what was read before.
    private async Task PayAsync(FileStream stream, int bytes)
    {
        try
        {
            _tick.Fuel.BurnForBytes(bytes);
        }
        catch (AgentException)
        {
            await RememberAsync(stream, isWhole: false);
            throw;
        }
    }

    // Searches whole lines, and returns how many bytes of them are dealt with: all, unless there is no room for more findings.
    private int Search(ReadOnlySpan<byte> lines, char[] text)
    {
        var count = Encoding.UTF8.GetChars(lines, text);
        var chars = text.AsSpan(0, count);
        var line = -1;
        foreach (var match in Match(chars))
        {
            // All that is found in one line belongs together: the next tick begins with a whole one.
            if (match.Line != line && _findings.Count >= _report.Room)
                return Stop(lines, match.Line);

            line = match.Line;
            Consider(match, chars, _line + line + 1, _reported);
        }

        _position += lines.Length;
        _line += chars.Count('\n');
        return lines.Length;
    }

    private int Stop(ReadOnlySpan<byte> lines, int line)
    {
        var consumed = 0;
        for (var index = 0; index < line; index++)
            consumed += lines[consumed..].IndexOf((byte)'\n') + 1;
        _position += consumed;
        _line += line;
        return consumed;
    }

    private List<LineMatch> Match(ReadOnlySpan<char> text)
    {
        _matches.Clear();
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            try
            {
                _rules[rule].Find(text, rule, _matches);
            }
            catch (RegexMatchTimeoutException)
            {
                _report.Warn(string.Create(CultureInfo.InvariantCulture, $"rule {rule + 1} took too long on a line of '{_file.Path}', whose remaining lines it did not see"));
            }
        }

        _matches.Sort(static (a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Rule.CompareTo(b.Rule));
        return _matches;
    }

    private void Consider(LineMatch match, ReadOnlySpan<char> text, long line, ReportedMarks marks)
    {
        var rule = _definition.Rules[match.Rule];
        var content = text.Slice(match.Start, Math.Min(match.Length, 4096)).Trim().ToString();
        if (!_definition.IsAppendOnly)
        {
            var mark = ReportedMarks.Of(rule.Pattern, content);
            marks.Add(mark);
            if (_pending.Take(mark))
                return;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"line {line}");
        _findings.Add(_maker.Make(_file.Path, rule.Severity, rule.Summary ?? content, $"{place}: {content}"));
    }

    // The last line has no end yet. In a log it is left until it has one; elsewhere it counts, and is looked at again when more comes.
    private async Task FinishAsync(FileStream stream, byte[] buffer, int held, char[] text)
    {
        var open = new ReportedMarks();
        if (!_definition.IsAppendOnly && held > 0)
            SearchOpenLine(buffer.AsSpan(0, held), text, open);
        _pending.Clear();
        _pending.Add(open);
        await RememberAsync(stream, isWhole: true);
    }

    private void SearchOpenLine(ReadOnlySpan<byte> bytes, char[] text, ReportedMarks open)
    {
        var chars = text.AsSpan(0, Encoding.UTF8.GetChars(bytes, text));
        foreach (var match in Match(chars))
            Consider(match, chars, _line + 1, open);
    }

    private async Task SettleAsync(FileStream stream, bool isStopped)
    {
        if (isStopped || _findings.Count >= 500 || _position - _rememberedAt >= LongestUnremembered)
            await RememberAsync(stream, isWhole: false);
    }

    private async Task RememberAsync(FileStream stream, bool isWhole)
    {
        var seen = new SeenFile
        {
            Path = _file.Path,
            Length = _file.Length,
            Modified = isWhole ? _file.Modified : 0,
            Mark = ReadPrefix.Mark(stream, _position),
            Position = _position,
            Line = _line,
            Reported = _definition.IsAppendOnly ? "" : _reported.ToText(),
            Pending = _pending.ToText(),
        };
        await _memory.ReportAsync(_findings, seen, CancellationToken.None);
        _report.Findings += _findings.Count;
        _rememberedAt = _position;
        _findings.Clear();
    }
}
