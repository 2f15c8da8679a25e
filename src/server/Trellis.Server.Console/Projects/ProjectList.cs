namespace Trellis.Server.Console.Projects;

/// <summary>The projects of the organisation, as Aerostack answers them.</summary>
/// <param name="Projects">The oldest first.</param>
internal sealed record ProjectList(IReadOnlyList<ProjectItem> Projects);
