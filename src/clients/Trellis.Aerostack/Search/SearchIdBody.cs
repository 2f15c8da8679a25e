namespace Trellis.Aerostack.Json;

internal sealed record SearchIdBody(string Id);
