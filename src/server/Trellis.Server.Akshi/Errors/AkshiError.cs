using System.Text.Json;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Errors;

/// <summary>A refusal (contract, section 6). Never holds the input.</summary>
internal sealed class AkshiError(int status, string code, string detail) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => status;

    /// <summary>The machine-readable code.</summary>
    public string Code => code;

    /// <summary>One sentence on what is wrong and what to do.</summary>
    public string Detail => detail;

    /// <summary>When it is worth asking again, in seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <inheritdoc/>
    public override int? RetryAfterSeconds => RetryAfter;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("error"u8, code);
        json.WriteString("detail"u8, detail);
    }
}
