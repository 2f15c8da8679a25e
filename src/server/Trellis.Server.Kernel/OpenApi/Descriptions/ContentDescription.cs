using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A body.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Shape">Its shape; null when it is no JSON or form.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record ContentDescription(string MediaType, IOpenApiSchema? Shape, bool IsRequired);
