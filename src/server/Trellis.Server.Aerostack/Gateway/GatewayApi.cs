namespace Trellis.Server.Aerostack.Gateway;

/// <summary>What a project offers through the gateway.</summary>
/// <param name="Slug">Its name in paths; unique in the project.</param>
/// <param name="Model">The model that answers unless the caller names one; null for the server's first.</param>
/// <param name="CreatedAt">Since when it is offered.</param>
internal sealed record GatewayApi(string Slug, string? Model, DateTimeOffset CreatedAt);
