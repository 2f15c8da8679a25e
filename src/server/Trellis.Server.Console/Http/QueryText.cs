namespace Trellis.Server.Console.Http;

/// <summary>Queries of addresses.</summary>
internal static class QueryText
{
    /// <summary>The fields that have a value, escaped, without a question mark.</summary>
    public static string Of(params IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Where(static field => field.Value.Length > 0).Select(static field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
}
