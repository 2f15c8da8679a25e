using System.Collections.Frozen;

namespace Trellis.Server.Ascend.Cvss;

/// <summary>The entries of types that the catalogue does not list: one for each class.</summary>
internal static class ActionClassDefaults
{
    private static readonly FrozenDictionary<ActionClass, CatalogedAction> Entries = new Dictionary<ActionClass, string>
    {
        [ActionClass.Unknown] = "L/L/L",
        [ActionClass.DataAccess] = "L/N/N",
        [ActionClass.FileAccess] = "L/N/N",
        [ActionClass.Discovery] = "L/N/N",
        [ActionClass.Modification] = "L/H/N",
        [ActionClass.Deletion] = "N/H/H",
        [ActionClass.Export] = "H/N/N",
        [ActionClass.Financial] = "H/H/L",
        [ActionClass.Network] = "L/L/N",
        [ActionClass.Boundary] = "H/H/H",
        [ActionClass.System] = "L/H/L",
        [ActionClass.Communication] = "L/L/N",
        [ActionClass.Privilege] = "H/H/H changed",
        [ActionClass.Credential] = "H/H/L",
        [ActionClass.Code] = "H/H/H changed",
    }.ToFrozenDictionary(
        static pair => pair.Key,
        static pair => new CatalogedAction(pair.Key, new CvssScore(DefaultMetrics.From(pair.Value)), IsListed: false));

    /// <summary>The entry of a class.</summary>
    public static CatalogedAction Of(ActionClass actionClass) => Entries[actionClass];
}
