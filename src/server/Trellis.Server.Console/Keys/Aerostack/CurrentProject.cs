namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>The project that is looked at.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">What people call it.</param>
internal sealed record CurrentProject(string Slug, string Name);
