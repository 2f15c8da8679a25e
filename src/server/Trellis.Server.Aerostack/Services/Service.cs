namespace Trellis.Server.Aerostack.Services;

/// <summary>A service that a project calls by name.</summary>
/// <param name="Name">Unique in the project.</param>
/// <param name="Url">Where its requests go.</param>
/// <param name="Timeout">How long one may take.</param>
/// <param name="CreatedAt">Since when it is registered.</param>
internal sealed record Service(string Name, string Url, TimeSpan Timeout, DateTimeOffset CreatedAt);
