using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>The answer to a submitted action: 200, whatever was decided (contract, section 2.3).</summary>
/// <param name="decision">The decision as it is kept.</param>
internal sealed class SubmitAnswer(Utf8Text decision) : JsonAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public override void WriteBody(Utf8JsonWriter json) => json.WriteRawValue(decision.Span, skipInputValidation: true);
}
