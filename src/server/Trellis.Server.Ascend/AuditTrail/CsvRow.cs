using System.Buffers;
using System.Text;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Writes rows of CSV (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal sealed class CsvRow(StringBuilder output)
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private bool _isFirst = true;

    /// <summary>Adds a field.</summary>
    public CsvRow Add(string? field)
    {
        if (!_isFirst)
            output.Append(',');
        _isFirst = false;
        if (string.IsNullOrEmpty(field))
            return this;

        var isFormula = field[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (!field.AsSpan().ContainsAny(NeedQuotes))
        {
            output.Append(isFormula ? "'" : "").Append(field);
            return this;
        }

        output.Append('"').Append(isFormula ? "'" : "").Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void End()
    {
        output.Append("\r\n");
        _isFirst = true;
    }
}
