using System.Text.Json;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Services;

/// <summary>A <see cref="ServiceResult"/> as it is printed.</summary>
internal sealed record PrintedResult(bool Success, JsonElement? Result)
{
    public static PrintedResult Of(ServiceResult result) =>
        new(result.Success is not false, result.Result.ValueKind == JsonValueKind.Undefined ? null : result.Result);
}
