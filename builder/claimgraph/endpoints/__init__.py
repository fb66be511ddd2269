"""Loading graphs into SPARQL stores: what is to be sent, to which addresses, by which protocol, and what came of it.

The only part of the package that speaks HTTP, and only to addresses that the user names.
"""

from claimgraph.endpoints.addresses import Addresses, Protocol
from claimgraph.endpoints.client import Client, EndpointError
from claimgraph.endpoints.credentials import Credentials, Scheme, gather
from claimgraph.endpoints.discovery import find
from claimgraph.endpoints.loading import Job, Loaded, Loader, Step
from claimgraph.endpoints.plan import Plan, plan

__all__ = [
    "Addresses",
    "Client",
    "Credentials",
    "EndpointError",
    "Job",
    "Loaded",
    "Loader",
    "Plan",
    "Protocol",
    "Scheme",
    "Step",
    "find",
    "gather",
    "plan",
]
