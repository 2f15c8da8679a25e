using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>A statement of a batch. Contract section 2.2.1.</summary>
/// <param name="Sql">The statement, with <c>?</c> where a parameter belongs.</param>
/// <param name="Params">What the question marks stand for, in their order; <see langword="null"/> for none.</param>
public sealed record DbStatement(string Sql, IReadOnlyList<JsonNode?>? Params = null);
