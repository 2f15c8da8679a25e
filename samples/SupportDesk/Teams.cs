using System.Collections.Frozen;

namespace Trellis.Samples.SupportDesk;

/// <summary>Who is in charge of what.</summary>
internal static class Teams
{
    /// <summary>Who has what nobody else has.</summary>
    public const string General = "general";

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["billing"] = "billing", ["invoice"] = "billing", ["charged"] = "billing", ["refund"] = "billing",
        ["technical"] = "technical", ["error"] = "technical", ["crash"] = "technical", ["slow"] = "technical", ["sync"] = "technical",
        ["account"] = "account", ["password"] = "account", ["login"] = "account",
        ["shipping"] = "shipping", ["parcel"] = "shipping", ["delivery"] = "shipping",
        [General] = General,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The team that is named first. A model was asked to begin with one; the simulator, which repeats the customer, names one where the
    /// customer does.
    /// </summary>
    public static string Named(string text) => text
        .Split([' ', '\n', '\t', ',', '.', ':', ';', '!', '?', '"', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => Words.GetValueOrDefault(word))
        .FirstOrDefault(static team => team is not null) ?? General;
}
