namespace Trellis.Server.Ascend.Risk;

/// <summary>The most sensitive group of keywords that a text holds a member of.</summary>
internal enum SensitivityKeyword
{
    /// <summary>None.</summary>
    None,

    /// <summary>Business secrets, such as <c>revenue</c>.</summary>
    Business,

    /// <summary>People, such as <c>customer</c>.</summary>
    Customer,

    /// <summary>What does harm at once when it leaks, such as <c>password</c>.</summary>
    High,
}
