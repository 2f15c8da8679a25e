using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// Leaves out what would tell the server how risky an action is: the server finds that out itself, and the client must not be a way to
/// argue with it. Contract section 3.5.
/// </summary>
internal sealed class ScoreFilter : IMemberFilter
{
    private ScoreFilter()
    {
    }

    public static ScoreFilter Instance { get; } = new();

    public bool Drops(string name) => name is "risk_score" or "riskScore";

    /// <summary>Whether anything of the object remains to be sent; what is empty is not sent at all.</summary>
    public bool LeavesAnything(JsonObject? members)
    {
        if (members is not null)
        {
            foreach (var (name, _) in members)
            {
                if (!Drops(name))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
