namespace Trellis.Ascend;

/// <summary>Identifiers as parts of paths. Contract section 1.1.</summary>
internal static class PathSegment
{
    /// <summary>The path with the identifier, escaped, in place of its one name in braces.</summary>
    /// <param name="template">The path of an operation.</param>
    /// <param name="id">The identifier.</param>
    /// <param name="field">What to call it when it is wrong.</param>
    /// <exception cref="AscendValidationException">It is blank, or would lead to another path.</exception>
    public static string In(string template, string? id, string field)
    {
        var checks = default(FieldChecks);
        checks.RequireText(id, field);
        checks.Require(id is not ("." or ".."), field, "must be an identifier");
        checks.ThrowIfAny();
        var begin = template.IndexOf('{', StringComparison.Ordinal);
        var end = template.IndexOf('}', begin);
        return $"{template.AsSpan(0, begin)}{Uri.EscapeDataString(id!)}{template.AsSpan(end + 1)}";
    }
}
