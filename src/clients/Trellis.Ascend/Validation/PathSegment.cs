namespace Trellis.Ascend;

/// <summary>Identifiers as parts of paths. Contract section 1.1.</summary>
internal static class PathSegment
{
    /// <summary>The identifier, escaped.</summary>
    /// <exception cref="AscendValidationException">It is blank, or would lead to another path.</exception>
    public static string Of(string id, string field)
    {
        var checks = default(FieldChecks);
        checks.RequireText(id, field);
        checks.Require(id is not ("." or ".."), field, "must be an identifier");
        checks.ThrowIfAny();
        return Uri.EscapeDataString(id);
    }
}
