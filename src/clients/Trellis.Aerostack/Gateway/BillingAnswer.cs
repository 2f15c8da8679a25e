using System.Text.Json;

namespace Trellis.Aerostack.Json;

internal sealed record BillingAnswer
{
    public JsonElement Success { get; init; }

    public long? LoggedUnits { get; init; }
}
