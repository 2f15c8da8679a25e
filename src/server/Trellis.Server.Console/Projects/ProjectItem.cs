namespace Trellis.Server.Console.Projects;

/// <summary>A project of Aerostack, as it shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record ProjectItem(string Id, string Slug, string Name);
