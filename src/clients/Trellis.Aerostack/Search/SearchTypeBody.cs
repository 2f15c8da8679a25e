namespace Trellis.Aerostack.Json;

internal sealed record SearchTypeBody(string? Type);
