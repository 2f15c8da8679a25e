namespace Trellis.Server.Aerostack.Collections;

/// <summary>An item of a collection.</summary>
/// <param name="Id">Its id, unique on the server.</param>
/// <param name="Collection">The collection's name.</param>
/// <param name="Data">The caller's members: a JSON object.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record Item(string Id, string Collection, string Data, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
