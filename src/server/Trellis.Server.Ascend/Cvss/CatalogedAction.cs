namespace Trellis.Server.Ascend.Cvss;

/// <summary>What is known about a type of action.</summary>
/// <param name="Class">What kind of thing it does.</param>
/// <param name="Cvss">Its base score under the default metrics.</param>
/// <param name="IsListed">Whether the catalogue lists the type itself; otherwise the entry stands for a class.</param>
internal sealed record CatalogedAction(ActionClass Class, CvssScore Cvss, bool IsListed);
