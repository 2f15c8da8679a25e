namespace Trellis.Akshi;

/// <summary>An answer with a list in it, which some servers send bare. A bare one is read as the member <c>items</c>. Contract sections 2.7 and 2.8.</summary>
internal interface IListAnswer;
