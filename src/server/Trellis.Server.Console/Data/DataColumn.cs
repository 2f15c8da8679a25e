using System.Text.Json.Serialization;

namespace Trellis.Server.Console.Data;

/// <summary>A column, as Aerostack shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the engine writes it.</param>
/// <param name="Nullable">Whether it may be null.</param>
/// <param name="IsKey">Whether it is of the primary key.</param>
internal sealed record DataColumn(string Name, string Type, bool Nullable, [property: JsonPropertyName("primaryKey")] bool IsKey);
