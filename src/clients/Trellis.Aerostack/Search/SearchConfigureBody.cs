namespace Trellis.Aerostack.Json;

internal sealed record SearchConfigureBody(EmbeddingModel EmbeddingModel);
