using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Askii.Requests;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Askii.Errors;

/// <summary>A refusal in the contract's shape, <c>{"detail": …}</c>. Never holds the input (section 2.4).</summary>
internal sealed class PlatformError : JsonObjectAnswer
{
    private const int ShortPause = 5;

    private readonly string? _detail;
    private readonly IReadOnlyList<FieldError> _fields;

    /// <summary>Creates an error whose detail is a sentence.</summary>
    public PlatformError(int status, string detail)
    {
        Status = status;
        _detail = detail;
        _fields = [];
    }

    /// <summary>Creates an error whose detail lists what is wrong with the members of the body.</summary>
    public PlatformError(int status, IReadOnlyList<FieldError> fields)
    {
        Status = status;
        _fields = fields;
    }

    /// <inheritdoc/>
    public override int Status { get; }

    /// <inheritdoc/>
    public override int? RetryAfterSeconds => Status == StatusCodes.Status503ServiceUnavailable ? ShortPause : null;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        if (_detail is not null)
        {
            json.WriteString("detail"u8, _detail);
            return;
        }

        json.WriteStartArray("detail"u8);
        foreach (var field in _fields)
            field.WriteTo(json);
        json.WriteEndArray();
    }
}
