namespace Trellis.Ascend;

/// <summary>An answer that is a list, which comes bare or under one of several names. A bare one is read as the member <c>items</c>.</summary>
internal interface IListAnswer;
