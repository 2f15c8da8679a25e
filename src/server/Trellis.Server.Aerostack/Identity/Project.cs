namespace Trellis.Server.Aerostack.Identity;

/// <summary>A project: the tenant of this platform. Nothing of one is ever visible to another.</summary>
/// <param name="Id"><c>prj_</c> and 32 hexadecimal digits.</param>
/// <param name="OrganisationId">Whose audit trail remembers what happens in it.</param>
/// <param name="Slug">Its name in paths; unique on the server.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Project(string Id, long OrganisationId, string Slug, string Name, DateTimeOffset CreatedAt)
{
    /// <summary>No project: what a caller without a credential belongs to.</summary>
    public static Project None { get; } = new("", 0, "", "", default);

    /// <summary>A new project.</summary>
    public static Project Create(long organisationId, string slug, string name, DateTimeOffset now) =>
        new($"prj_{Guid.CreateVersion7(now):N}", organisationId, slug, name, now);

    /// <summary>Whether a caller that names a project, by id or slug, means this one.</summary>
    public bool IsNamed(string idOrSlug) =>
        string.Equals(idOrSlug, Id, StringComparison.Ordinal) || string.Equals(idOrSlug, Slug, StringComparison.Ordinal);
}
