namespace Trellis.Server.Ascend.Risk;

/// <summary>The sensitivity component: 0 to 30.</summary>
internal static class SensitivityScore
{
    private const int StatedMinimum = 20;

    /// <summary>The component.</summary>
    /// <param name="piiStated">Whether the caller says that personal data are involved.</param>
    /// <param name="keyword">What the names of the object tell.</param>
    /// <param name="pattern">Whether something that looks like personal data occurs.</param>
    /// <param name="statedSensitive">Whether the caller says that its data are financial, leave the organisation or are sensitive.</param>
    /// <param name="synthetic">Whether the data are said to be made up; counts only when nothing else speaks.</param>
    public static int Of(bool piiStated, SensitivityKeyword keyword, bool pattern, bool statedSensitive, bool synthetic)
    {
        var found = (piiStated, keyword, pattern) switch
        {
            (true, SensitivityKeyword.High, true) => 30,
            (true, _, true) => 28,
            (true, SensitivityKeyword.High, _) => 27,
            (true, _, _) => 25,
            (_, _, true) => 22,
            (_, SensitivityKeyword.High, _) => 20,
            (_, SensitivityKeyword.Customer, _) => 18,
            (_, SensitivityKeyword.Business, _) => 12,
            _ => synthetic ? 0 : 5,
        };
        return statedSensitive ? Math.Max(found, StatedMinimum) : found;
    }

    /// <summary>Whether a stated <c>data_sensitivity</c> (lower case) counts as sensitive.</summary>
    public static bool IsSensitive(string dataSensitivity) => dataSensitivity is "high" or "critical" or "high_sensitivity" or "pii";
}
