namespace Trellis.Aerostack.Json;

internal sealed record JobIdBody(string JobId);
